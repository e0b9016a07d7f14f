/** Words about figures that a new version of the engine makes otherwise. */
export const engineNote = {
	title: 'A new version of the engine changes figures of this scenario',
	lead: (before: string, now: string) =>
		`Nothing was edited. Version ${before} of the engine made these totals of the same inputs; version ${now} makes the ones beside them.`,
	untoldTitle: 'A new version of the engine may have changed figures of this scenario',
	untold: (before: string, now: string) =>
		`The council was edited after version ${now} of the engine took the place of version ${before} and before anybody looked here, so what the new version changed cannot be told apart from the edits. The backup that was made before the upgrade has the figures of version ${before}.`,
	caption: 'Totals that moved',
	figure: 'Figure',
	before: (version: string) => `Version ${version}`,
	difference: 'Difference',
	more: (count: number) => `${count} more ${count === 1 ? 'total has' : 'totals have'} moved.`,
	button: 'Take note: compare with the new figures from now on'
};
