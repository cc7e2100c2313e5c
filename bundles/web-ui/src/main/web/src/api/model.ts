// The names under which the application knows the shapes of the REST contract. The shapes themselves are generated
// (schema.d.ts); only what OpenAPI cannot say – which part of a value goes with which form – is said here.
import type { components } from './schema';

type Schemas = components['schemas'];
type Replace<T, R> = Omit<T, keyof R> & R;

export type Language = 'ja' | 'en';
export type Label = Schemas['Text'];
export type FieldDefinition = Schemas['FieldDto'];
export type FieldType = FieldDefinition['type'];
export type FieldValue =
  | { type: 'TEXT'; text: string }
  | { type: 'TEXTS'; texts: string[] }
  | { type: 'DATE'; date: string }
  | { type: 'AMOUNT'; amount: string; currency?: string | undefined }
  | { type: 'FLAG'; flag: boolean }
  | { type: 'PERIOD'; period: string }
  | { type: 'CHOICE'; choice: string };
export type Ledger = Schemas['LedgerDto'];
export type Person = Schemas['PersonDto'];
export type Group = Schemas['GroupDto'];
export type Access = Schemas['AccessDto'];
export type Grant = Schemas['GrantDto'];
export type AccessLevel = Grant['level'];
export type RecordRow = Replace<Schemas['RecordDto'], { values: Record<string, FieldValue> }>;
export type InputState = RecordRow['state'];
/** Left, top, right, bottom as fractions of the page. */
export type Box = [number, number, number, number];
export type Evidence = Replace<Schemas['EvidenceDto'], { boxes: Box[] }>;
export type Candidate = Replace<Schemas['CandidateDto'], { value: FieldValue; evidence: Evidence[] }>;
export type Present = Replace<Schemas['PresentDto'], { value: FieldValue; evidence: Evidence[] }>;
export type RecordDetail = Replace<Schemas['DetailDto'], { record: RecordRow; present: Record<string, Present>; candidates: Record<string, Candidate[]> }>;
export type RecordEdit = Replace<Schemas['EditRequest'], { values: Record<string, FieldValue | null> }>;
export type HistoryEntry = Schemas['ChangeDto'];
export type Snippet = Schemas['SnippetDto'];
export type ListRow = Replace<Schemas['RowDto'], { record: RecordRow }>;
export type ListPage = Replace<Schemas['PageDto'], { rows: ListRow[] }>;
export type Overview = { recent: RecordRow[]; attention: RecordRow[]; working: RecordRow[]; counts: Partial<Record<InputState, number>> };
export type Profile = Replace<Schemas['ProfileDto'], { language: Language }>;
/** A sign-in as far as it has come; without a profile while it waits for a step. */
export type Entry = Replace<Schemas['SessionDto'], { profile?: Profile }>;
export type Session = Replace<Entry, { profile: Profile }>;
export type OpenSession = Schemas['OpenSessionDto'];
export type Terms = Schemas['TermsDto'];
/** Why a session is over. */
export type SessionEnd = { reason: string; by: string; at: string };
export type ApiToken = Schemas['TokenDto'];
export type PageSize = Schemas['PageSizeDto'];
export type TextLine = Replace<Schemas['LineDto'], { box: Box }>;
export type PageText = Replace<Schemas['PageTextDto'], { lines: TextLine[] }>;
export type Hit = Replace<Schemas['HitDto'], { boxes: Box[] }>;
export type HealthStatus = 'ok' | 'warning' | 'error';
export type HealthPart = Replace<Schemas['PartDto'], { status: HealthStatus }>;
export type Health = Replace<Schemas['HealthDto'], { status: HealthStatus; parts: Record<string, HealthPart> }>;
