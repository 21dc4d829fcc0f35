/** Runs the linter of Mozilla's store on the Firefox build. Run directly: `npm run lint:store`. */
import * as z from 'zod/mini';
import { buildFolder } from './build.ts';
import { run } from './command.ts';

const Findings = z.array(
  z.object({
    code: z.string(),
    message: z.string(),
    file: z.nullish(z.string()),
    line: z.nullish(z.number()),
  }),
);
const LintReport = z.object({ errors: Findings, notices: Findings, warnings: Findings });
type LintReport = z.infer<typeof LintReport>;

/** Warnings known and judged harmless, with the reason; any other warning fails. */
const ALLOWED: Record<string, string> = {
  UNSAFE_VAR_ASSIGNMENT: "Preact's own code for dangerouslySetInnerHTML, which no view of ours uses",
};

/** True where the linter finds no error and no warning that is not on the list of known ones. */
export async function lintForStore(): Promise<boolean> {
  const source = ['-s', buildFolder('firefox'), '--no-config-discovery'];
  const { output } = await run('web-ext', ['lint', ...source, '--boring', '-o', 'json']);
  const report = parse(output);
  if (!report) {
    console.log(output);
    return false;
  }
  const refused = [...report.errors, ...report.warnings.filter(({ code }) => !(code in ALLOWED))];
  for (const { code, message, file, line } of refused) {
    console.log(`${code}: ${message} ${file ?? ''}${line ? `:${line}` : ''}`);
  }
  const known = report.warnings.length + report.errors.length - refused.length;
  console.log(`${refused.length} findings, ${known} known warnings, ${report.notices.length} notices`);
  return refused.length === 0;
}

function parse(output: string): LintReport | undefined {
  const start = output.indexOf('{');
  if (start < 0) return undefined;
  try {
    return LintReport.parse(JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)));
  } catch {
    return undefined; // what it printed instead is shown
  }
}

if (import.meta.main) process.exitCode = (await lintForStore()) ? 0 : 1;
