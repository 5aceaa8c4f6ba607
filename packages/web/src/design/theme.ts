/** The theme follows the system until the person chooses one; the choice is kept in this browser only. */
export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const key = 'rapport.theme';
const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** What was chosen before, or `system`; never throws where storage is closed. */
export function readTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key);
    return themeChoices.find((one) => one === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the choice and shows it at once. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Storage may be closed (private window): the choice then lasts as long as the page.
  }
  showTheme(choice);
}

/** Shows the theme and keeps following the system. Call once, before the first paint. */
export function followTheme(): void {
  showTheme(readTheme());
  systemIsDark().addEventListener('change', () => showTheme(readTheme()));
}

function showTheme(choice: ThemeChoice): void {
  const dark = choice === 'system' ? systemIsDark().matches : choice === 'dark';
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
