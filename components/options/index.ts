export { Options } from './Options';
export { startOptions } from './model';
export type { Door, DownloadsDoor, PacksDoor, SiteDoor } from './door';
import './options.css';
import './pages.css';
import './board/board.css';
import './packs/packs.css';
import './phrases/phrases.css';
import './workshop/workshop.css';
