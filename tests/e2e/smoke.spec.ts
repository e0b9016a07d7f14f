import { expect, test } from '@playwright/test';
import { request as rawRequest } from 'node:http';
import { complaintsOf } from '../support/bench';
import { faultsOf } from '../support/sound';

test('the page opens without a complaint in the console, and axe finds nothing wrong', async ({
	page
}) => {
	const complaints = complaintsOf(page);
	await page.goto('/', { waitUntil: 'networkidle' });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(complaints).toEqual([]);
	expect(await faultsOf(page)).toEqual([]);
});

test('pages and static files carry the security headers', async ({ page }) => {
	const response = await page.goto('/');
	const policy = response?.headers()['content-security-policy'] ?? '';
	expect(policy).toContain("default-src 'self'");
	expect(policy).toContain("connect-src 'self'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toMatch(/unsafe-(inline|eval)/);
	expect(response?.headers()['cache-control']).toBe('no-store');

	for (const path of ['/', '/favicon.svg', '/no-such-page']) {
		const headers = (await page.request.get(path)).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['referrer-policy'], path).toBe('same-origin');
	}
});

test('only this machine’s own names are answered, for pages and static files alike', async ({
	baseURL
}) => {
	const port = Number(new URL(baseURL ?? '').port);
	for (const path of ['/', '/favicon.svg']) {
		for (const own of ['localhost', '127.0.0.1', '[::1]']) {
			expect(await statusFor(`${own}:${port}`, path, port)).toBe(200);
		}
		for (const foreign of ['evil.example', `evil.example:${port}`, 'localhost:1', 'localhost']) {
			expect(await statusFor(foreign, path, port)).toBe(400);
		}
	}
});

const NOT_OURS = 'Only a page of Windscreen itself may change anything here.\n';

test('a request to change something is refused when it does not come from our own page', async ({
	request
}) => {
	for (const headers of [{ Origin: 'http://evil.example' }, { Origin: 'null' }, {}]) {
		for (const data of ['a=1', { a: 1 }]) {
			const answer = await request.post('/', { headers, data });
			expect(answer.status()).toBe(403);
			expect(await answer.text()).toBe(NOT_OURS);
		}
	}
});

for (const name of ['localhost', '127.0.0.1']) {
	test(`a form on a page opened at ${name} passes the check of where it comes from`, async ({
		page,
		baseURL
	}) => {
		const home = new URL('/', baseURL);
		home.hostname = name;
		// Kit rewrites the history entry when it starts, which would cancel a form on its way.
		await page.goto(home.href, { waitUntil: 'networkidle' });
		const answer = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.evaluate(() => {
			const form = document.createElement('form');
			form.method = 'post';
			document.body.append(form);
			form.submit();
		});
		const response = await answer;
		// No page takes forms yet, so the policy refuses it next, in other words.
		expect(await response.text()).not.toBe(NOT_OURS);
	});
}

/** The answer to a request with a Host header of our choice, which a browser would not let us set. */
function statusFor(host: string, path: string, port: number): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		rawRequest({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
			response.resume();
			resolve(response.statusCode);
		})
			.on('error', reject)
			.end();
	});
}
