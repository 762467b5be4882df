// What a console can say about an account: only what a console could know.
import { activeCode, deviceOf, type Account } from '../../../domain/account';
import { enforcementFor, isFederated, mfaInForce } from '../../../domain/mfa';
import type { World } from '../../../domain/world';
import type { NodeOf } from '../../../products/schema';
import type { Screen } from '../screen.svelte';

export type Shows = NodeOf<'fact'>['shows'];

const ENFORCEMENTS = { off: 'Not required', optional: 'Optional', required: 'Required' } as const;

/** The fact in words. */
export function factText(screen: Screen, account: Account, shows: Shows): string {
  const { lab, words } = screen;
  switch (shows) {
    case 'name':
    case 'email':
    case 'department':
      return account[shows];
    case 'mfa': {
      // ONX-8: the requirement is not about them at all.
      if (isFederated(lab.world, account)) return 'Does not apply: signs in elsewhere';
      if (!mfaInForce(lab.world, account).isOn) return 'Off';
      return enforcementFor(lab.world, account) === 'required' ? 'On, required by the firm' : 'On';
    }
    case 'devices': {
      const labels = account.authenticators.map(({ device }) =>
        device === null ? 'A phone outside the lab' : (deviceOf(account, device)?.label ?? ''),
      );
      return labels.length === 0 ? 'None' : labels.join(', ');
    }
    case 'code': {
      const code = activeCode(account, lab.now, 'temporaryCode');
      if (code === undefined) return 'None active';
      return code.endsAt === null ? 'Active' : `Active until ${words.near(code.endsAt)}`;
    }
    case 'signIn':
      return isFederated(lab.world, account)
        ? (lab.edition.words.federated ?? 'Another system')
        : 'E-mail and password';
    case 'enforcement':
      return ENFORCEMENTS[enforcementFor(lab.world, account)];
    case 'rights':
      return rightsText(lab.world, account);
  }
}

/** What an admin may reach, in words. */
export function rightsText({ policy }: Pick<World, 'policy'>, { admin }: Pick<Account, 'admin'>): string {
  if (admin === null) return 'None';
  const areas = admin.areas.map((area) => (area === 'staff' ? 'Staff' : 'Clients')).join(' and ');
  return admin.isPrimary && knowsPrimaryAdmin(policy) ? `Primary admin: ${areas}` : areas;
}

/** Whether it means anything in the product that an admin is the primary one: where Support serves that one (ONV-13, NCS-7). */
export function knowsPrimaryAdmin({ supportServes }: World['policy']): boolean {
  return supportServes?.value === 'primary-admin';
}
