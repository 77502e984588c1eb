export { Options } from './Options';
export { startOptions } from './model';
export type { Door, SiteDoor } from './door';
import './options.css';
