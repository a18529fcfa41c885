import { inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { displayName } from '#contract/visible-text';
import { isolated } from '../../../core/i18n/isolated';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import { UserDialogs } from '../dialogs/user-dialogs';
import { UsersSelection } from '../selection/users-selection';
import { UserActions } from '../user-actions';
import type { BulkDialog, BulkJobs } from './bulk-dialog';
import type { BulkPort, BulkRun, BulkVerb } from './bulk-run';

/** Names told in a question; the others are counted. */
const NAMED = 3;

/** Does something to all users that are selected: asks what has to be known, then shows how each of them fares. */
@Service({ autoProvided: false })
export class BulkActions {
  private readonly actions = inject(UserActions);
  private readonly selection = inject(UsersSelection);
  private readonly dialogs = inject(Dialogs);
  private readonly userDialogs = inject(UserDialogs);
  private readonly confirm = inject(Confirm);

  async ban(): Promise<void> {
    const users = this.selection.users();
    const { bulkBanQuestion } = await import('../late');
    let reason: string | undefined;
    const isAsked = await this.userDialogs.ask(bulkBanQuestion(users.length, (text) => (reason = text)));
    if (isAsked && reason !== undefined) await this.run('ban', users, this.banning(reason));
  }

  async unban(): Promise<void> {
    await this.run('unban', this.selection.users(), this.port('unban'));
  }

  async delete(): Promise<void> {
    const users = this.selection.users();
    const names = users.slice(0, NAMED).map((user) => isolated(displayName(user)));
    const isSure = await this.confirm.ask({
      title: { key: 'users.bulk.delete.title', args: { count: users.length } },
      body: { key: 'users.bulk.delete.body', args: { names: names.join(' · '), count: users.length - names.length } },
      action: { key: 'users.bulk.delete.action', args: { count: users.length } },
    });
    if (isSure) await this.run('delete', users, this.port('delete'));
  }

  private async run(verb: BulkVerb, users: readonly PublicUser[], port: BulkPort): Promise<void> {
    const { BulkDialog: component, BulkRun: Run } = await import('../tools');
    const jobs: BulkJobs = {
      first: new Run(verb, users, port),
      again: (others) => new Run(verb, others, port),
      undo: (run) => new Run(verb === 'ban' ? 'unban' : 'ban', run.undoable(), this.reverse(run)),
    };
    await this.dialogs.open<unknown, BulkJobs, BulkDialog>(() => Promise.resolve(component), {
      data: jobs,
      ariaModal: true,
      ariaLabelledBy: 'bulk-title',
      autoFocus: '#bulk-cancel',
      restoreFocus: '[role=grid]',
      width: 'min(35rem, 100vi - 2rem)',
      closePredicate: (_result, _config, dialog) => !(dialog instanceof component) || dialog.mayClose(),
    });
  }

  private banning(reason: string): BulkPort {
    return this.port('ban', () => reason);
  }

  /** Takes back what a run did, each ban for the reason it had. */
  private reverse(run: BulkRun): BulkPort {
    const reasons = new Map(run.results().map(({ user, outcome }) => [user.id, outcome.kind === 'done' ? outcome.reason : null]));
    return run.verb === 'ban' ? this.port('unban') : this.port('ban', ({ id }) => reasons.get(id) ?? '');
  }

  private port(verb: BulkVerb, reasonFor: (user: PublicUser) => string = () => ''): BulkPort {
    return {
      heard: (id) => this.selection.heardOf(id),
      act: async (user) => {
        const after = await this.actions.apply(verb, user, reasonFor(user));
        this.selection.release([user.id]);
        return after;
      },
    };
  }
}
