import { flowSubject } from '../records/careFlow';
import type { Council } from './file';
import { placeOf, type Problem } from './problem';

/** What the baseline says twice about children in care, or counts twice. */
export function careProblems(council: Council): readonly Problem[] {
	return [...doubledFlows(council), ...calibrationProblems(council)];
}

/** Two flows about the same children would add up without a word. */
function doubledFlows({ baseline }: Council): readonly Problem[] {
	const first = new Map<string, string>();
	return baseline.careFlows.flatMap((flow, i) => {
		const subject = flowSubject(flow);
		const other = subject === null ? undefined : first.get(subject);
		if (subject !== null && other === undefined) first.set(subject, flow.id);
		return other === undefined
			? []
			: [
					{
						place: placeOf(['baseline', 'careFlows', i]),
						message: `'${flow.id}' and '${other}' both state ${subject ?? ''}; keep one`
					}
				];
	});
}

function calibrationProblems({ baseline }: Council): readonly Problem[] {
	let isFirst = true;
	return baseline.assumptions.flatMap((assumption, i): readonly Problem[] => {
		if (assumption.use !== 'calibration') return [];
		const place = (field: string) => placeOf(['baseline', 'assumptions', i, field]);
		if (!isFirst) return [{ place: place('use'), message: "is a second 'calibration'; keep one" }];
		isFirst = false;
		const heading = baseline.headings.find(({ id }) => id === assumption.heading);
		return heading === undefined || heading.use === 'calibration'
			? []
			: [
					{
						place: place('heading'),
						message: `'${heading.id}' has use '${heading.use}'; placements are calibrated to one with use 'calibration', which counts nowhere else, so give it that use or name another`
					}
				];
	});
}
