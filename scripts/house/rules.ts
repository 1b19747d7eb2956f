import type { Rule } from './check.ts';

const CODE = /\.(ts|vue)$/;
const ANYWHERE = /./;
/** The rules and their own test must be able to name what they forbid. */
const RULE_FILES = /^scripts\/house/;

export const RULES: readonly Rule[] = [
  {
    name: 'no v-html',
    why: 'text of people is text; markup in a name must never become an element',
    pattern: /\bv-html\b|\b(inner|outer)HTML\s*=|\binsertAdjacentHTML\b/,
    files: CODE,
    // Tests set up their own page.
    except: /^scripts\/house|\.test\.ts$/,
  },
  {
    name: 'no raw SQL',
    why: 'values are parameters; raw SQL belongs to migrations only',
    pattern: /\bsql\.(raw|lit)\b/,
    files: CODE,
    except: /^scripts\/house|^packages\/db\/src\/migrations\//,
  },
  {
    name: 'no shell',
    why: 'programs are started with a list of arguments, never through a shell',
    pattern: /\bexec(Sync)?\s*\(\s*[`'"]|\bimport\b.*\bexec(Sync)?\b.*child_process|\bshell:\s*(true|['"`])/,
    files: CODE,
    except: RULE_FILES,
  },
  {
    name: 'no code from text',
    why: 'no text is ever run',
    pattern: /\beval\s*\(|\bnew Function\s*\(|\bHandlebars\.compile\b(?!.*\/\/ build)/,
    files: CODE,
    except: /^scripts\/house|\.test\.ts$|^packages\/print\/(scripts|src\/wording)\//,
  },
  {
    name: 'no any',
    why: 'say what it is, or `unknown` and find out',
    pattern: /:\s*any\s*[;,)=\]}|&[]|\bas any\b|<any>|\bany\[\]/,
    files: CODE,
    except: /^scripts\/house|\.gen\.ts$/,
  },
  {
    name: 'no silenced compiler',
    why: 'repair the type instead',
    pattern: /@ts-(ignore|nocheck|expect-error)/,
    files: CODE,
    // Handlebars' precompiled templates are JavaScript; the script that writes them says so at their top.
    except: /^scripts\/house|\.gen\.ts$|^packages\/print\/scripts\/wording\.ts$/,
    inComments: true,
  },
  {
    name: 'no assertion that something is there',
    why: '`!` hides the case that will happen; handle it',
    pattern: /[\w)\]]!(?=[.;,)\][]|$)(?!==?)/,
    files: /\.ts$/,
    except: /^scripts\/house|\.gen\.ts$/,
  },
  {
    name: 'no switched-off test',
    why: 'a test that does not run says nothing; a missing browser is said with runIf/skipIf and its reason',
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\s*\(/,
    files: CODE,
    except: RULE_FILES,
  },
  {
    name: 'no leftovers',
    why: 'do it now, or write it into the issue',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    files: CODE,
    except: RULE_FILES,
    inComments: true,
  },
  {
    name: 'no package host',
    why: 'packages are found by name; nothing is downloaded from an address',
    pattern:
      /registry\.[a-z]+\.|\/\/[a-z0-9.-]*(npmjs|npmmirror|yarnpkg|jsr)\.[a-z]+|objects\.githubusercontent|resolution:.*tarball:/,
    files: ANYWHERE,
    except: RULE_FILES,
    inComments: true,
  },
  {
    name: 'no machine path',
    why: 'the project lies anywhere; only temporary and system folders may be named',
    pattern:
      /(^|[\s"'`(=:])\/(work|farm|Users|root\/[a-z])[/\w]|(^|[\s"'`(=:])\/home\/\w|\b[A-Z]:\\Users\b|\.library\//,
    files: ANYWHERE,
    except: RULE_FILES,
    inComments: true,
  },
  {
    name: 'the web app reaches the database and the printer only through the api',
    why: 'apps/admin may depend on the api’s type, not on what the api is made of',
    pattern: /@gandan\/(db|print|scan)\b/,
    files: /^apps\/admin\//,
  },
  {
    name: 'no relative path into another package',
    why: 'packages are entered through their front doors, `@gandan/NAME/FEATURE`',
    pattern: /from ['"](\.\.\/)+(apps|packages)\//,
    files: CODE,
    except: /^(scripts|bench)\/|^vitest\.config\.ts$/,
  },
];
