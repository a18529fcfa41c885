import { CdkMenu, CdkMenuItem, CdkMenuTrigger, MENU_STACK, MenuStack } from '@angular/cdk/menu';
import { Component, computed, DestroyRef, ElementRef, inject, Injector, runInInjectionContext, signal, type TemplateRef, viewChild } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { T } from '../../../core/i18n/texts';
import { Permissions } from '../../../core/session/permissions';
import { UserDialogs } from '../dialogs/user-dialogs';
import { UserActions } from '../user-actions';
import { UsersAddress } from '../users-address';
import { UsersStore } from '../users-store';

/** What can be done to a user, behind the "…" of their row: one menu for all rows, which so stay light. */
@Component({
  selector: 'app-user-menu',
  imports: [CdkMenu, CdkMenuItem, T],
  template: `
    <ng-template #menu>
      @if (user(); as user) {
        <div cdkMenu class="menu">
          <button type="button" cdkMenuItem (cdkMenuItemTriggered)="address.open(user.id)">{{ 'users.action.open' | t }}</button>
          <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.rename(user)">
            {{ 'users.action.rename' | t }}
          </button>
          <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.changePhoto(user)">
            {{ 'users.action.photo' | t }}
          </button>
          @if (user.isBanned) {
            <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.unban(user)">
              {{ 'users.action.unban' | t }}
            </button>
          } @else {
            <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.ban(user)">
              {{ 'users.action.ban' | t }}
            </button>
          }
          @if (mayDelete()) {
            <button type="button" cdkMenuItem class="bad" [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.delete(user)">
              {{ 'users.action.delete' | t }}
            </button>
          }
        </div>
      }
    </ng-template>
  `,
  styleUrl: './user-menu.scss',
})
export class UserMenu {
  private readonly injector = inject(Injector);
  private readonly store = inject(UsersStore);
  private readonly actions = inject(UserActions);
  protected readonly mayDelete = inject(Permissions).mayDelete;
  protected readonly address = inject(UsersAddress);
  protected readonly dialogs = inject(UserDialogs);
  private readonly menu = viewChild.required<TemplateRef<unknown>>('menu');

  private readonly asked = signal<PublicUser | undefined>(undefined);
  /** As they are now, as far as the list has them. */
  protected readonly user = computed(() => {
    const asked = this.asked();
    return asked && (this.store.view()?.rows.find(({ id }) => id === asked.id) ?? asked);
  });
  protected readonly isBusy = computed(() => this.actions.busy().has(this.asked()?.id ?? ''));
  private trigger: CdkMenuTrigger | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.trigger?.ngOnDestroy());
  }

  /** Opens at a button, and gives the focus back to it. */
  open(button: HTMLElement, user: PublicUser): void {
    this.asked.set(user);
    this.trigger?.ngOnDestroy();
    const trigger = (this.trigger = this.triggerOn(button));
    trigger.opened.subscribe(() => (button.ariaExpanded = 'true'));
    trigger.closed.subscribe(() => (button.ariaExpanded = 'false'));
    trigger.open();
    trigger.getMenu()?.focusFirstItem('keyboard');
  }

  /** The CDK's own trigger, on a button that was drawn without it. */
  private triggerOn(button: HTMLElement): CdkMenuTrigger {
    const providers = [
      { provide: ElementRef, useValue: new ElementRef(button) },
      { provide: MENU_STACK, useFactory: () => new MenuStack() },
    ];
    const trigger = runInInjectionContext(Injector.create({ providers, parent: this.injector }), () => new CdkMenuTrigger());
    trigger.menuTemplateRef = this.menu();
    return trigger;
  }
}
