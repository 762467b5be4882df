// Every rule of a product in plain words: what it is about, what it says, which facts are behind it, and whether it is only
// assumed. Read from the product's data alone, so that no rule can be told otherwise than it is played.
import {
  choiceOf,
  hasBearing,
  SETTING_NAMES,
  type CodeFamily,
  type CodeForm,
  type CodeSettings,
  type Policy,
  type Right,
  type Setting,
  type SettingValue,
} from '../../domain/policy';
import { roughly } from '../words/time-text';

export interface Rule {
  /** Tells the same rule of two products. */
  readonly key: string;
  readonly about: string;
  readonly says: string;
  /** The value itself: two products may say the same in other words. */
  readonly is: string;
  readonly cites: readonly string[];
  readonly isAssumed: boolean;
  /** What else the rule may be set to. */
  readonly others: readonly string[];
}

/** By what the codes of the app are made: no article says it of any product (STD-3). */
function algorithmRule({ totp }: Policy): readonly Rule[] {
  if (totp === undefined) return [];
  const { algorithm } = totp.value;
  const about = 'What makes the codes of the app';
  return [
    { key: 'totp/algorithm', about, says: algorithm, is: algorithm, cites: ['STD-3'], isAssumed: true, others: [] },
  ];
}

/** The rules of a policy that can make a difference in it, in the order in which a policy is told. */
export function rulesOf(policy: Policy): readonly Rule[] {
  return [
    ...SETTING_NAMES.flatMap((name) => {
      const setting: Setting<SettingValue> | undefined = policy[name];
      return setting === undefined || !hasBearing(policy, name)
        ? []
        : [ruleOf(name, setting, plain(name, setting.value))];
    }),
    ...optional(
      'totp',
      policy.totp,
      ({ digits, periodSeconds }) => `${digits} digits, a new code every ${roughly(periodSeconds * 1000)}`,
    ),
    ...algorithmRule(policy),
    ...optional('throttle', policy.throttle, (throttle) =>
      [
        `After ${throttle.waitAfter} failures in a row a wait of ${roughly(throttle.firstWaitSeconds * 1000)}`,
        `doubled with each further one up to ${roughly(throttle.longestWaitSeconds * 1000)}`,
        `after ${throttle.failuresMax} what is set up is disabled`,
      ].join(', '),
    ),
    ...optional('federated', policy.federated, () => 'Are not asked here'),
    ...Object.entries(policy.codes).flatMap(([family, settings]) => codeRules(family as CodeFamily, settings)),
    ...policy.rights.map(rightRule),
    ...policy.callerVerification.map(({ id, label, cites }) => ({
      key: `verification/${id}`,
      about: 'How support makes sure who asks',
      says: label,
      is: id,
      cites,
      isAssumed: false,
      others: [],
    })),
  ];
}

function ruleOf<T>(key: string, setting: Setting<T>, text: string): Rule {
  const choice = choiceOf(setting, setting.value);
  return {
    key,
    about: setting.label,
    says: choice?.label ?? text,
    is: JSON.stringify(setting.value),
    cites: setting.cites,
    isAssumed: setting.isAssumed === true,
    others: (setting.choices ?? []).filter((each) => each.value !== setting.value).map(({ label }) => label),
  };
}

function optional<T>(key: string, setting: Setting<T> | undefined, tell: (value: T) => string): readonly Rule[] {
  return setting === undefined ? [] : [ruleOf(key, setting, tell(setting.value))];
}

function plain(name: string, value: SettingValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return name.endsWith('Seconds') ? roughly(value * 1000) : String(value);
  const text = value.replaceAll('-', ' ').replace(/\bmfa\b/, 'MFA');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const USES = {
  keep: 'Any number of times until it ends',
  consume: 'Once',
  'consume-and-reissue': 'Once, and the use yields the next',
} as const;
const STANDS = {
  'in-front': 'It stands in front of the app',
  beside: 'It stands beside the app, as another way',
} as const;
const AGAIN = { replace: 'Replaces the earlier one', refuse: 'Is refused' } as const;

function codeRules(family: CodeFamily, settings: CodeSettings): readonly Rule[] {
  const { form, lifeSeconds, uses, issuingAgain, stands, howMany } = settings;
  return [
    ruleOf(`${family}/form`, form, formText(form.value)),
    ruleOf(
      `${family}/life`,
      lifeSeconds,
      lifeSeconds.value === null ? 'It does not end by itself' : `${roughly(lifeSeconds.value * 1000)} of elapsed time`,
    ),
    ruleOf(`${family}/uses`, uses, USES[uses.value]),
    ruleOf(`${family}/again`, issuingAgain, AGAIN[issuingAgain.value]),
    ruleOf(`${family}/stands`, stands, STANDS[stands.value]),
    ...optional(`${family}/howMany`, howMany, (count) => (count === 1 ? 'One' : `${count} at a time`)),
  ];
}

function formText({ alphabet, length, groupSize }: CodeForm): string {
  const symbols = /^\d+$/.test(alphabet) ? 'digits' : 'letters and digits';
  return `${length} ${symbols}, shown in groups of ${groupSize}`;
}

const ACTIONS = {
  issueCode: 'Who issues a code',
  removeCode: 'Who removes a code',
  resetMfa: 'Who resets what is set up',
  setEnforcement: 'Who sets what the firm asks',
} as const;
const ROLES = {
  admin: "The firm's admins",
  rep: 'A rep of Support',
  portalTech: 'The portal tech of Support',
} as const;
const TARGETS = { staff: 'staff', clients: 'clients', admins: 'admins' } as const;

function rightRule({ action, role, targets, cites, ...right }: Right): Rule {
  return {
    key: `right/${action}/${role}`,
    about: ACTIONS[action],
    says: `${ROLES[role]}, for ${targets.map((each) => TARGETS[each]).join(', ')}`,
    is: targets.toSorted().join(),
    cites,
    isAssumed: 'isAssumed' in right && right.isAssumed === true,
    others: [],
  };
}
