import type { Neighbours, Problem, PublishedRow } from '$lib/model';
import { readTable } from '../delimited/table';
import { textOf } from '../delimited/text';
import { unzipped, type GivenFile } from '../ssda903/zip';
import { kindOf, type PublishedKind } from './kinds';
import { neighboursOf, rowsOf } from './rows';

/** What the files that could be read say, and why each other file was refused whole. */
export interface ReadPublished {
	/** Where editions overlap, what the newest says. */
	readonly rows: readonly PublishedRow[];
	readonly neighbours: Neighbours;
	readonly files: readonly PublishedFile[];
	readonly problems: readonly Problem[];
}

/** A file that was read, and what it is. */
export interface PublishedFile {
	readonly name: string;
	/** The name of the file as it was given: of the zip file, for one within. */
	readonly given: string;
	readonly kind: PublishedKind;
}

interface FileContent extends Omit<PublishedFile, 'given'> {
	readonly rows: readonly PublishedRow[];
	readonly neighbours: Neighbours;
}

/** Reads published files as downloaded, zipped or not, in any order, telling which is at hand; what each is, its columns tell. */
export function readPublished(
	given: readonly GivenFile[],
	tell: (file: string, share: number) => void = () => undefined
): ReadPublished {
	const problems: Problem[] = [];
	const contents = given.flatMap((outer, place): (FileContent & PublishedFile)[] => {
		tell(outer.name, place / given.length);
		const inside = unzipped(outer);
		if (!inside.ok) {
			problems.push(...inside.problems);
			return [];
		}
		return inside.files.flatMap((file) => {
			const content = contentOf(file, problems);
			return content === null ? [] : [{ ...content, given: outer.name }];
		});
	});
	const newestOf = ({ rows }: FileContent): number =>
		rows.reduce((newest, { year }) => Math.max(newest, year), 0);
	// Later editions revise earlier years; and what a file of children in care says of the population goes with its counts.
	const ordered = contents.toSorted(
		(a, b) =>
			Number(b.kind === 'children in care') - Number(a.kind === 'children in care') ||
			newestOf(b) - newestOf(a)
	);
	return {
		rows: ordered.flatMap(({ rows }) => rows),
		neighbours: new Map(ordered.toReversed().flatMap(({ neighbours }) => [...neighbours])),
		files: contents.map(({ name, given: outer, kind }) => ({ name, given: outer, kind })),
		problems
	};
}

/** A file's rows, or null where it has a problem, from which nothing is taken. */
function contentOf({ name, bytes }: GivenFile, problems: Problem[]): FileContent | null {
	const read = readTable(name, textOf(bytes));
	if (!read.ok) {
		problems.push(...read.problems);
		return null;
	}
	const found = kindOf(read.table);
	if ('problem' in found) {
		problems.push({ place: name, message: found.problem });
		return null;
	}
	const { kind } = found;
	const own: Problem[] = [];
	const neighbours = kind === 'neighbours' ? neighboursOf(name, read.table, own) : new Map();
	const rows = kind === 'neighbours' ? [] : rowsOf(name, read.table, kind, own);
	problems.push(...own);
	return own.length > 0 ? null : { name, kind, rows, neighbours };
}
