// The story of a run as a help article in Markdown: numbered steps, what happens by itself between them, how it stands at
// the end, and the facts behind it. Holds no code, key or PIN, and nothing that was typed. Pure.
import type { Account } from '../../domain/account';
import { accessOf } from '../../domain/views/access';
import { accountOf } from '../../domain/world';
import { editionOf } from '../../products/edition';
import { personState } from '../timeline/lane-names';
import { accessText, afterwardsText } from '../words/access-text';
import { helpText } from '../words/help-text';
import { lengthText } from '../words/time-text';
import { plain, strong } from './markdown';
import { leftOutText, productText, SIMULATION, spanText, zoneText, type RunTold } from './run-told';
import type { LeftOut, Story, Told } from './story';

export interface FactWords {
  /** A fact in words; undefined for one that the list does not have. */
  readonly factOf: (id: string) => string | undefined;
  /** The address of a fact; null where there is no page of facts. */
  readonly address: (id: string) => string | null;
}

const DESKS = { admin: "the firm admin's desk", user: "the user's desk", support: 'the support desk' } as const;
/** Of how many people it is told how it stands with them. */
const PEOPLE_MAX = 24;

export function storyMarkdown(run: RunTold, story: Story, facts: FactWords): string {
  const told = [...story.before, ...story.first, ...story.last];
  const cites = [...new Set(told.flatMap((each) => each.cites))].toSorted((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  const parts = [
    `# ${plain(run.title)}`,
    `> ${plain(`${SIMULATION} Everything in this text is synthetic.`)}`,
    introduction(run, story),
    ...beforeIt(run, story),
    ...steps(run, story),
    ...atTheEnd(run),
    ...factsBehind(cites, facts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function introduction(run: RunTold, { first, last, leftOut }: Story): string {
  const { time, now, partedAt } = run;
  const [start] = first;
  const end = last.at(-1) ?? first.at(-1);
  const acts = [...first, ...last].filter(({ who }) => who !== null).length + (leftOut?.acts ?? 0);
  const span =
    start === undefined || end === undefined
      ? ''
      : `, in ${acts} ${acts === 1 ? 'step' : 'steps'}${leftOut === null ? '' : ', not all of them told,'} ${spanText(run, start.at, end.at)}`;
  return plain(
    [
      `This is what happens on a simulated ${productText(run)}${span}.`,
      `${zoneText(run)}.`,
      ...(partedAt === null ? [] : [`This run is a branch: it parted from another at ${time.moment(partedAt)}.`]),
      leftOutText(run) ?? `As it stands on ${time.date(now)}, ${time.time(now)}.`,
    ].join(' '),
  );
}

function beforeIt(run: RunTold, { before }: Story): readonly string[] {
  if (before.length === 0) return [];
  const lines = before.map((told) => `- ${strong(run.time.moment(told.at))}: ${sentences(told)}`);
  return ['## What happened before', lines.join('\n')];
}

function steps(run: RunTold, story: Story): readonly string[] {
  const { first, last, leftOut } = story;
  if (first.length === 0) return ['## Steps', 'Nothing has been done yet since the lab opened.'];
  const parts: string[] = ['## Steps'];
  let [number, day] = [0, ''];
  const write = (told: Told): void => {
    const today = run.time.date(told.at);
    if (today !== day) parts.push(`### ${plain(today)}`);
    day = today;
    if (told.who !== null) number += 1;
    parts.push(told.who === null ? byItself(run, told) : step(run, told, number));
  };
  first.forEach(write);
  if (leftOut !== null) {
    parts.push(gap(run, leftOut));
    number += leftOut.acts;
  }
  last.forEach(write);
  return parts;
}

function step(run: RunTold, told: Told, number: number): string {
  const { act, desk } = told;
  const who = `${number}. ${strong(`${run.time.time(told.at)}, ${told.who ?? ''}`)}`;
  const at = desk === null ? '' : `, at ${DESKS[desk]}`;
  const lead = act === null ? `${who}${at}: ${sentences(told)}` : `${who}${at}, ${wayText(act)}.`;
  // What belongs to a step stands as far in as its words do.
  const indent = ' '.repeat(String(number).length + 2);
  const below = [
    ...(act === null ? [] : [sentences(told)]),
    ...(told.answer === null ? [] : [answerText(told.answer)]),
  ];
  return [lead, ...below.map((line) => `${indent}- ${line}`)].join('\n');
}

function wayText({ way, page, link, enters, control }: NonNullable<Told['act']>): string {
  const by = link === null ? '' : ` (by the link ${strong(link)})`;
  const to =
    way.length > 0 ? `goes to ${strong(way.join(' › '))} and` : page === '' ? '' : `on the page ${strong(page)}${by},`;
  return `${to} ${enters === null ? '' : `${enters} and `}chooses ${strong(control)}`.trim();
}

function answerText({ page, says }: NonNullable<Told['answer']>): string {
  const words = says === null ? '' : `“${plain(says)}”`;
  if (page === null) return `The screen says: ${words}`;
  return `The screen shows ${strong(page)}${words === '' ? '.' : `: ${words}`}`;
}

function byItself(run: RunTold, told: Told): string {
  return `> ${strong(`By itself, at ${run.time.time(told.at)}`)}: ${sentences(told)}`;
}

/** What came of it, with the facts behind it. */
function sentences({ outcome, cites, isAssumed }: Told): string {
  const said = outcome.map((each) => `${plain(each)}.`).join(' ');
  const ids = cites.map((id) => `[${id}]`).join(' ');
  return [said, ids, isAssumed ? '(assumed)' : ''].filter((part) => part !== '').join(' ');
}

function gap({ time }: RunTold, { count, from, to }: LeftOut): string {
  return `*${count.toLocaleString('en')} more events, from ${plain(time.moment(from))} to ${plain(time.moment(to))}, in ${lengthText(to - from)}, are left out here. The file of the run holds them all.*`;
}

/** Those to whom something has happened; how it stands with them. */
function atTheEnd(run: RunTold): readonly string[] {
  const touched = run.chronicle.lanes.touched.slice(-PEOPLE_MAX).flatMap((id) => accountOf(run.world, id) ?? []);
  const more = run.chronicle.lanes.touched.length - touched.length;
  const lines = touched.map((account) => `- ${strong(account.name)}: ${standing(run, account)}`);
  const heading = '## How it stands at the end';
  if (lines.length === 0) return [heading, 'As at the beginning: nothing has happened to anybody.'];
  const rest = more === 0 ? [] : [`${more.toLocaleString('en')} more people are left out here.`];
  const hidden = run.isAnswerHidden
    ? ['What will happen, and why anything does, is left out: it is to be foreseen first.']
    : [];
  const when = `On ${run.time.date(run.now)}, ${run.time.time(run.now)}:`;
  return [heading, when, lines.join('\n'), ...rest, ...hidden];
}

function standing(run: RunTold, account: Account): string {
  const { world, now, time, product } = run;
  const access = accessOf(world, account, now);
  const help = access.way === null ? helpText(world, editionOf(product, world.variant), account, access, now) : null;
  const next = run.upcoming.find(({ deadline }) => deadline.account === account.id);
  const said = [
    `${personState(world, account.id, now)}.`,
    accessText(time, account, access, now),
    ...(help === null ? [] : [help]),
    ...(next === undefined ? [] : [afterwardsText(time, account, next, now)]),
  ];
  return said.map((each) => plain(each.charAt(0).toUpperCase() + each.slice(1))).join(' ');
}

/** The facts in words; every id in the text leads to its own, where there is a page of them. */
function factsBehind(cites: readonly string[], { factOf, address }: FactWords): readonly string[] {
  if (cites.length === 0) return [];
  const lines = cites.map((id) => `- [${id}] ${plain(factOf(id) ?? 'This version has no words for it.')}`);
  const links = cites.flatMap((id) => {
    const to = address(id);
    return to === null ? [] : [`[${id}]: <${to}>`];
  });
  return ['## The facts behind it', lines.join('\n'), ...(links.length === 0 ? [] : [links.join('\n')])];
}
