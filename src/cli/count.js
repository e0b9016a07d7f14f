/** @typedef {{ readonly passed: number; readonly failed: number }} Count */

/**
 * The parts of vitest's JSON report that are counted.
 * @typedef {{ readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[] }} VitestReport
 */

/**
 * The parts of Playwright's JSON report that are counted.
 * @typedef {{ readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number } }} PlaywrightReport
 */

/**
 * Counts vitest's tests: whatever did not pass has failed, skipped and unfinished ones too, and so has
 * a file that could not be loaded.
 * @param {VitestReport} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
	const files = report.testResults.map(({ status, assertionResults }) => {
		const passed = assertionResults.filter((test) => test.status === 'passed').length;
		const failed = assertionResults.length - passed;
		return { passed, failed: failed === 0 && status !== 'passed' ? 1 : failed };
	});
	return withExitCode(total(files), exitCode);
}

/**
 * Counts Playwright's tests: a skipped one has failed, and so has one that passed only when tried again.
 * @param {PlaywrightReport} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright({ stats }, exitCode) {
	const { expected, unexpected, flaky, skipped } = stats;
	return withExitCode({ passed: expected, failed: unexpected + flaky + skipped }, exitCode);
}

/**
 * The sum of several counts.
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function total(counts) {
	return {
		passed: counts.reduce((sum, count) => sum + count.passed, 0),
		failed: counts.reduce((sum, count) => sum + count.failed, 0)
	};
}

/**
 * A runner that ended badly though every test passed has found something that is not a test: one failure.
 * @param {Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
function withExitCode({ passed, failed }, exitCode) {
	return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
