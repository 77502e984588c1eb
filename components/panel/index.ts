export { Panel } from './Panel';
export { startPanel } from './model';
export type { Door, From, PanelPush } from './door';
import './panel.css';
