import type { Left } from './types';

/** What a mark says, in the interface's words: keys `left_…`, and the palette's names of variables. */
export function tellLeft({ kind, about }: Left, words: (key: string, values?: Readonly<Record<string, string>>) => string): string {
  switch (kind) {
    case 'hole': return about === null ? words('left_hole') : words('left_hole_named', { what: words(`palette_var_${about}`) });
    case 'no_name': return about === null ? words('left_no_name') : words('left_no_name_known', { name: about });
    case 'other_name': return words('left_other_name', { name: about ?? '' });
    case 'other_variety': return words('left_other_variety', { language: words(`left_language_${(about ?? '').replace('-', '_')}`) });
  }
}
