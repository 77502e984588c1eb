import { box, underTest } from './under-test.js';

let area;
underTest({
  set(lines) {
    area = document.createElement('textarea');
    area.rows = 10;
    area.cols = 60;
    area.value = lines.join('\n');
    box().append(area);
  },
  text: () => area.value,
  element: () => area,
});
