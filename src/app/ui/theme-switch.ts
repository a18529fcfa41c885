import { Component, computed, inject } from '@angular/core';
import { mdiBrightnessAuto, mdiChevronDown, mdiContrastCircle, mdiWeatherNight, mdiWhiteBalanceSunny } from './entrance-icons';
import { Icon } from './icon';
import { T } from '../core/i18n/texts';
import { Theme, THEMES, type ThemeName } from '../core/theme/theme';

const ICONS: Readonly<Record<ThemeName, string>> = { auto: mdiBrightnessAuto, light: mdiWhiteBalanceSunny, dark: mdiWeatherNight, contrast: mdiContrastCircle };

/**
 * Chooses the theme. A native `select` behind an icon: it needs no script to open, close or be operated by keyboard, so the
 * sign-in page can have it without loading a menu. Browsers that know `base-select` draw its list like our menus.
 */
@Component({
  selector: 'app-theme-switch',
  imports: [Icon, T],
  templateUrl: './theme-switch.html',
  styleUrl: './theme-switch.scss',
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
  protected readonly themes = THEMES;
  protected readonly icon = computed(() => ICONS[this.theme.name()]);
  protected readonly chevron = mdiChevronDown;

  protected choose(value: string): void {
    const name = THEMES.find((theme) => theme === value);
    if (name) this.theme.use(name);
  }
}
