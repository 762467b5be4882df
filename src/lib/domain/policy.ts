// The rules a product sets, as orthogonal settings. Every setting carries the ids of the facts behind its value, so
// that a decision can name what it followed. Nothing here or elsewhere in `domain` may ask which product it is.
import type { TotpSettings } from './one-time-password';
import type { FactId } from './reasons';
import type { Proof } from './support-request';

/** One value a setting may take, in words, with the facts that describe it. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly cites: readonly FactId[];
}

/** What a rule rests on. */
export interface Sourced {
  readonly cites: readonly FactId[];
  /** True where no article says it: shown as an assumption wherever it matters. */
  readonly isAssumed?: boolean;
}

/** A rule's value with its sources. `choices` lists what else it may be set to; without them it is fixed. */
export interface Setting<T> extends Sourced {
  readonly value: T;
  readonly label: string;
  readonly choices?: readonly Choice<T>[];
}

export type Enforcement = 'off' | 'optional' | 'required';
/** The two kinds of people in a firm's directory, which are also the areas an admin's rights go by (ONV-2). */
export type Area = 'staff' | 'clients';
export type AuthenticatorKind = 'push' | 'totp';
/** The kinds of codes: one entity with settings, told apart by who brings them about. */
export const CODE_FAMILIES = ['temporaryCode', 'recoveryCode', 'emailedCode'] as const;
export type CodeFamily = (typeof CODE_FAMILIES)[number];
export type LastUnboundWithCode = 'off-now' | 'off-at-code-end' | 'needed-after-code-end';

/** Form of a generated code: its symbols, its length in symbols and the size of a printed group. */
export interface CodeForm {
  readonly alphabet: string;
  readonly length: number;
  readonly groupSize: number;
}

/** The one entity behind what the systems call temporary code, access code or recovery code. */
export interface CodeSettings {
  readonly form: Setting<CodeForm>;
  /** Elapsed seconds from issue to end; null for a code that does not end by itself. */
  readonly lifeSeconds: Setting<number | null>;
  /** What a use does: nothing, uses the code up, or uses it up and yields the next (CLP-7). */
  readonly uses: Setting<'keep' | 'consume' | 'consume-and-reissue'>;
  readonly issuingAgain: Setting<'replace' | 'refuse'>;
  /** Whether an active code is asked instead of the other factors, or offered beside them. */
  readonly stands: Setting<'in-front' | 'beside'>;
  /** How many are made at a time; one without it. */
  readonly howMany?: Setting<number>;
}

/** How failures of the second step slow down the next try, across sessions (STD-4, STD-5). */
export interface ThrottleSettings {
  /** Failures in a row before the first wait. */
  readonly waitAfter: number;
  /** The first wait; each further failure doubles it, up to the longest. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** Failures in a row after which the authenticators are disabled and have to be bound anew. */
  readonly failuresMax: number;
}

export type RightAction = 'issueCode' | 'removeCode' | 'resetMfa' | 'setEnforcement';
export type RightRole = 'admin' | 'rep' | 'portalTech';
export type TargetKind = Area | 'admins';

/** Who may do what to whom. An admin's rights hold inside the areas they were given, in their own firm. */
export interface Right extends Sourced {
  readonly action: RightAction;
  readonly role: RightRole;
  readonly targets: readonly TargetKind[];
}

/** A way in which support makes sure who asks, before anything is passed on (ONV-14, ONV-17). */
export interface VerificationMethod {
  readonly id: string;
  readonly label: string;
  /** What is held against what is on file. */
  readonly proof: Proof;
  readonly cites: readonly FactId[];
}

export interface Policy {
  /** What a new firm starts with; its choices are what a firm may choose. */
  readonly enforcement: Setting<Enforcement>;
  /** MFA optional, and the last device is disconnected while a code is active. */
  readonly lastUnboundWithCode: Setting<LastUnboundWithCode>;
  /** MFA optional, and the last device is disconnected while no code is active. */
  readonly lastUnboundWithoutCode: Setting<'off-now' | 'stays-on'>;
  /** A challenge is due, no factor is left and no code is active. */
  readonly noFactorAtSignIn: Setting<'enrol' | 'code-only'>;
  /** What counts as a factor that is left. */
  readonly factorLeft: Setting<'bound' | 'bound-and-at-hand'>;
  readonly bindingWhileCodeActive: Setting<'code-stands' | 'code-ends'>;
  readonly codeRemovedWithoutFactor: Setting<'counts-as-end' | 'mfa-stays-on'>;
  readonly policyAtCodeEnd: Setting<'in-force-then' | 'in-force-at-issue'>;
  readonly sessionAtCodeEnd: Setting<'goes-on' | 'ends'>;
  readonly codeWhileMfaOff: Setting<'refused' | 'issued-without-effect'>;
  readonly codeWhenMfaGoesOff: Setting<'ends' | 'runs-on'>;
  readonly selfIssue: Setting<'refused'>;
  readonly supportIssuesForAdmins: Setting<'when-no-other-admin-can' | 'always'>;
  readonly repsMayIssue: Setting<boolean>;
  /** What is bound at an enrolment: an app that approves prompts, or one that shows time-based codes. */
  readonly authenticator: Setting<AuthenticatorKind>;
  /** Hash, digits and time step of the codes, where the app shows codes (RFC 6238). */
  readonly totp?: Setting<TotpSettings>;
  /** How many time steps beside the present one are accepted, where the app shows codes (STD-2, CLP-6). */
  readonly acceptedTimeSteps?: Setting<number>;
  readonly throttle?: Setting<ThrottleSettings>;
  /** People who sign in at another system are not asked here (ONX-8). Without it, everybody signs in here. */
  readonly federated?: Setting<'exempt'>;
  /** Enforcement off: whether people who have set a second factor up are still asked for it (ONX-9). */
  readonly enrolledWhileOff?: Setting<'challenged' | 'not-asked'>;
  /** Whether a code by e-mail is a way to sign in (ONX-11). Without it, it is none. */
  readonly emailedCodes?: Setting<'off' | 'on'>;
  /** Whose requests support serves: the firm's primary admin's, or the person's own (CLP-8). */
  readonly supportServes?: Setting<'primary-admin' | 'the-person'>;
  /** Whether the rep first finds out in a tool who the firm's primary admin is (ONV-13). Without it, the directory tells. */
  readonly primaryAdminTool?: Setting<'first'>;
  /** Form of the PIN that goes with a firm's licence, and is never read out (ONV-14, ONV-15). Without it, there is none. */
  readonly licencePin?: Setting<CodeForm>;
  /** Whether a mail is how the PIN is confirmed, or one more step beside every way (ONV-16). Without it, nobody mails it. */
  readonly pinMail?: Setting<'confirms-pin' | 'always'>;
  /** Where support's tools load (ONV-19). Without it, anywhere. */
  readonly supportTools?: Setting<'workstation-only'>;
  /** How people turn to support; by call without it. Letters come wherever support takes them. */
  readonly requestsCome?: Setting<'call' | 'mail'>;
  /** Elapsed seconds for which a push prompt can be answered (STD-14). */
  readonly pushLifeSeconds: Setting<number>;
  /** The kinds of codes that the product has. The same in all of its variants. */
  readonly codes: { readonly [Family in CodeFamily]?: CodeSettings };
  readonly rights: readonly Right[];
  readonly callerVerification: readonly VerificationMethod[];
}

/** Names of the settings that hold one plain value, which are the ones an act of the lab can switch. */
export const SETTING_NAMES = [
  'enforcement',
  'lastUnboundWithCode',
  'lastUnboundWithoutCode',
  'noFactorAtSignIn',
  'factorLeft',
  'bindingWhileCodeActive',
  'codeRemovedWithoutFactor',
  'policyAtCodeEnd',
  'sessionAtCodeEnd',
  'codeWhileMfaOff',
  'codeWhenMfaGoesOff',
  'selfIssue',
  'supportIssuesForAdmins',
  'repsMayIssue',
  'pushLifeSeconds',
  'authenticator',
  'acceptedTimeSteps',
  'enrolledWhileOff',
  'emailedCodes',
  'supportServes',
  'primaryAdminTool',
  'pinMail',
  'supportTools',
  'requestsCome',
] as const satisfies readonly Exclude<
  keyof Policy,
  'codes' | 'rights' | 'callerVerification' | 'totp' | 'throttle' | 'federated' | 'licencePin'
>[];
export type SettingName = (typeof SETTING_NAMES)[number];
export type SettingValue = string | number | boolean;
export type SettingOverrides = { readonly [Name in SettingName]?: SettingValue };

/** The policies a product offers, by the id of the variant (a revision of its article). */
export type PolicyCatalogue = Readonly<Record<string, Policy>>;

/**
 * The settings of a kind of code that was issued, and therefore is one that the product has.
 * Throws a TypeError for a kind it does not have, which no log that these rules made can ask for.
 */
export function settingsOfCode(policy: Policy, family: CodeFamily): CodeSettings {
  const settings = policy.codes[family];
  if (settings === undefined) throw new TypeError(`The product has no codes of the kind ${family}.`);
  return settings;
}

/** The settings that are about temporary codes, in one way or another. */
const OF_TEMPORARY_CODES: ReadonlySet<SettingName> = new Set([
  'lastUnboundWithCode',
  'bindingWhileCodeActive',
  'codeRemovedWithoutFactor',
  'policyAtCodeEnd',
  'sessionAtCodeEnd',
  'codeWhileMfaOff',
  'codeWhenMfaGoesOff',
  'supportIssuesForAdmins',
  'repsMayIssue',
]);

/** Whether a setting can make a difference in a product: one about prompts does not where there are none. */
export function hasBearing(policy: Policy, name: SettingName): boolean {
  const { enforcement, authenticator, codes, rights } = policy;
  const maySet = (value: Enforcement): boolean =>
    enforcement.value === value || choiceOf(enforcement, value) !== undefined;
  if (OF_TEMPORARY_CODES.has(name) && codes.temporaryCode === undefined) return false;
  if (name === 'lastUnboundWithCode' || name === 'lastUnboundWithoutCode') {
    // MFA can go off with the last device where it is optional, and where nothing is required and whoever has it is asked.
    const { value, choices = [] }: Setting<string> = policy[name];
    const mayTurnOff = [value, ...choices.map((each) => each.value)].some((each) => each.startsWith('off-'));
    return maySet('optional') || (maySet('off') && mayTurnOff);
  }
  if (name === 'supportIssuesForAdmins' || name === 'repsMayIssue')
    return rights.some(({ action, role }) => action === 'issueCode' && role !== 'admin');
  if (name === 'pushLifeSeconds') return authenticator.value === 'push';
  if (name === 'selfIssue') return rights.some(({ role }) => role === 'admin');
  return true;
}

/** The choice of `setting` that has this value, or undefined where it offers none such. */
export function choiceOf<T>(setting: Setting<T>, value: unknown): Choice<T> | undefined {
  return setting.choices?.find((choice) => choice.value === value);
}

/** `setting` switched to another of its choices; unchanged where `value` is not one of them. */
export function switchedTo<T>(setting: Setting<T>, value: unknown): Setting<T> {
  const choice = choiceOf(setting, value);
  return choice === undefined ? setting : { ...setting, value: choice.value, cites: choice.cites };
}

/** `policy` with every override that is one of its setting's choices in force. */
export function withOverrides(policy: Policy, overrides: SettingOverrides): Policy {
  const switched: Record<string, Setting<SettingValue>> = {};
  for (const [name, value] of Object.entries(overrides)) {
    const setting: Setting<SettingValue> | undefined = policy[name as SettingName];
    if (setting !== undefined) switched[name] = switchedTo(setting, value);
  }
  return { ...policy, ...switched };
}
