import { tinymcePage } from './tinymce-page.js';

await tinymcePage('tinymce', { license_key: 'gpl' });
