/** Shows the page in the theme the agent chose; "system" leaves it to the browser. */
export function showTheme(root: HTMLElement, theme: 'system' | 'light' | 'dark'): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
