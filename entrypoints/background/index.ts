import { defineBackground } from 'wxt/utils/define-background';
import { start } from './start';

export default defineBackground(() => {
  void start();
});
