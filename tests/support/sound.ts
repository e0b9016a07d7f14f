import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { sidewaysScroll } from './bench';

// A desk, a phone, and 400 per cent of 1,280 pixels. One page is laid out at each in turn: it is the same page.
const DESK_AND_PHONE = [1280, 390] as const;
const NARROWEST = 320;

interface Found {
	readonly rule: string;
	readonly impact: string;
	readonly html: readonly string[];
}

/** What axe finds wrong with a page, or with the part of it that a selector names. */
export async function faultsOf(page: Page, part?: string): Promise<readonly Found[]> {
	// No page has frames, which is what the slower way is for; what passes is not told.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
	return violations.map(({ id, impact, nodes }) => ({
		rule: id,
		impact: impact ?? '',
		html: nodes.map(({ html }) => html).slice(0, 3)
	}));
}

/** Those of them that axe calls serious or critical. */
export async function graveFaultsOf(page: Page, part?: string): Promise<readonly Found[]> {
	return (await faultsOf(page, part)).filter(({ impact }) =>
		['serious', 'critical'].includes(impact)
	);
}

/** At the widths of a desk and of a phone a page has no such faults, and nothing runs off its side, not even at 320 pixels. */
export async function isSoundAtEachWidth(
	page: Page,
	name: string,
	{ part, find = graveFaultsOf }: { readonly part?: string; readonly find?: typeof faultsOf } = {}
): Promise<void> {
	const before = page.viewportSize() ?? { width: 1280, height: 900 };
	const { height } = before;
	const fits = (width: number) =>
		expect.soft.poll(() => sidewaysScroll(page), { message: `${name} at ${width}` }).toBe(0);
	await page.setViewportSize({ width: NARROWEST, height });
	await fits(NARROWEST);
	for (const width of DESK_AND_PHONE) {
		await page.setViewportSize({ width, height });
		await fits(width);
		expect.soft(await find(page, part), `${name} at ${width}`).toEqual([]);
	}
	await page.setViewportSize(before);
}
