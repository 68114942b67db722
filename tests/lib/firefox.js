// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Firefox without a screen, driven by WebDriver BiDi, with a profile of its own.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { cleanEnvironment, temporaryFolder } from "./ticker.js";

const screenshots = process.env.TICKERTRAY_OUTPUT;

/** Nothing that a browser looks up by itself: updates, lists, experiments, the way into the net. */
const quiet = {
    "app.normandy.enabled": false,
    "app.update.disabledForTesting": true,
    "browser.safebrowsing.downloads.remote.enabled": false,
    "browser.safebrowsing.malware.enabled": false,
    "browser.safebrowsing.phishing.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "extensions.update.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.proxy.type": 0,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
};

/** All goes through a proxy on this port of our own. */
const throughProxy = (port) => ({
    "dom.security.https_first": false,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.ssl": "127.0.0.1", // WebSockets use the one of HTTPS
    "network.proxy.ssl_port": port,
    "network.proxy.no_proxies_on": "",
    "network.proxy.allow_hijacking_localhost": true,
});

/**
 * { newTab(url), complaints, close() }. A tab answers to textContent(), selectOption() and evaluate() as those of
 * browser.js do, so that the same helpers look at it; complaints are errors of scripts and of the console. With the
 * port of a proxy all goes through that (name_proxy.js).
 */
export async function startFirefox({ proxy } = {}) {
    const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: process.env.TICKERTRAY_FIREFOX ?? "/usr/bin/firefox-esr",
        headless: true,
        // Not setViewport(), for which the Firefox of a Debian 12 without updates is too old.
        defaultViewport: null,
        args: ["--width=1000", "--height=900"],
        extraPrefsFirefox: { ...quiet, ...(proxy && throughProxy(proxy)) },
        env: { ...cleanEnvironment(), HOME: temporaryFolder() },
    });
    const result = { complaints: [], close: () => browser.close() };
    result.newTab = async (url) => {
        const page = await browser.newPage();
        page.on("pageerror", (error) => result.complaints.push(String(error)));
        page.on("console", (message) => {
            if (["error", "warn"].includes(message.type()))
                result.complaints.push(message.text());
        });
        await page.goto(url);
        return {
            evaluate: (...args) => page.evaluate(...args),
            textContent: (selector) => page.$eval(selector, (element) => element.textContent),
            selectOption: (selector, value) => page.select(selector, value),
            async screenshot(name) {
                if (!screenshots)
                    return;
                mkdirSync(screenshots, { recursive: true });
                await page.screenshot({ path: join(screenshots, `${name}.png`) });
            },
            close: () => page.close(),
        };
    };
    return result;
}
