import type { Tab } from './tab';

/** Signs in as a person does. Resolves once the sign-in page has let them go. */
export async function signIn(tab: Tab, origin: string, email: string, password: string): Promise<void> {
  await tab.goto(`${origin}/login`);
  await fill(tab, 'input[type=email]', email);
  await fill(tab, 'input[type=password]', password);
  await tab.evaluate(() => document.querySelector<HTMLElement>('button[type=submit]')?.click());
  await tab.until('the sign-in is accepted', () => !location.pathname.startsWith('/login'));
}

async function fill(tab: Tab, selector: string, text: string): Promise<void> {
  await tab.until(`${selector} is there`, (wanted) => document.querySelector(wanted) !== null, selector);
  await tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
  await tab.type(text);
}
