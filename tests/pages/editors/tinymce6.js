import { tinymcePage } from './tinymce-page.js';

await tinymcePage('tinymce6', {});
