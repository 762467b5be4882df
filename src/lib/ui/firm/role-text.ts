// What a person is at a firm, in one line: their department, rights, and what they sign in with.
import type { Person } from '../../scenarios/starting-point';

/**
 * `Partners, primary admin, MFA on, phone paired`.
 * @param isMfaOn whether MFA is in force for them, which is not for the person to say where the firm requires it
 */
export function roleText({ department, area, admin, devices, signsInWith }: Person, isMfaOn: boolean): string {
  return [
    department,
    ...(area === 'clients' ? ['client'] : []),
    ...(admin === undefined ? [] : [admin.isPrimary ? 'primary admin' : `admin of ${admin.areas.join(' and ')}`]),
    ...(signsInWith === 'federated' ? ['signs in elsewhere'] : []),
    isMfaOn ? 'MFA on' : 'MFA off',
    ...devices.map(({ kind, isPaired }) => `${kind} ${isPaired ? 'paired' : 'not paired'}`),
  ].join(', ');
}
