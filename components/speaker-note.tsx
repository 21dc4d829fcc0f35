import type { Brief, Claim } from '../lib/brief/brief.ts';
import { sourceKindWords, speakerRole } from './speakers.ts';

/** What is known of a speaker beside the name; Onix's own words stand in brackets, so that they are read as such. */
export function SpeakerNote({ brief, claim }: { brief: Brief; claim: Claim }) {
  const role = speakerRole(brief, claim);
  const kind = sourceKindWords(claim);
  if (role !== null)
    return (
      <span class="role" lang={brief.article.language} dir="auto">
        {role}
      </span>
    );
  return kind === null ? null : <span class="role">({kind})</span>;
}
