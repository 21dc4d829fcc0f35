/** Runs the linter of Mozilla's store on the Firefox build. Run directly: `npm run lint:store`. */
import { buildFolder } from './build.ts';
import { run } from './command.ts';

interface Finding {
  code: string;
  message: string;
  file?: string | null;
  line?: number | null;
}

interface LintReport {
  errors: Finding[];
  notices: Finding[];
  warnings: Finding[];
}

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
    return JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as LintReport;
  } catch {
    return undefined;
  }
}

if (import.meta.main) process.exitCode = (await lintForStore()) ? 0 : 1;
