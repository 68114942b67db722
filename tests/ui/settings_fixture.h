// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings_dialog/settings_dialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

namespace ticker::test {

/// Rules as simple as a test needs them: an address has digits, a host has letters, an origin begins with "https://".
inline SettingsChecks plainChecks()
{
    const auto matching = [](const char *form) {
        return [expression = QRegularExpression(QString::fromLatin1(form))](const QString &text) {
            const QString plain = text.trimmed().toLower();
            return expression.match(plain).hasMatch() ? std::optional(plain) : std::nullopt;
        };
    };
    return {[](const QString &text) {
                return text == QLatin1String("::1")
                    || QRegularExpression(QStringLiteral(R"(\A\d+\.\d+\.\d+\.\d+\z)")).match(text).hasMatch();
            },
            matching(R"(\A[a-z.]+\z)"), matching(R"(\Ahttps://[a-z.]+\z)")};
}

inline LanView lanView()
{
    return {{{QStringLiteral("eth0"), QStringLiteral("http://192.0.2.2:8000/"), LanAddress::State::Reachable, {}},
             {QStringLiteral("wlan0"), QStringLiteral("http://198.51.100.7:8000/"), LanAddress::State::Asking, {}},
             {QStringLiteral("eth0"), QStringLiteral("http://[2001:db8::2]:8000/"), LanAddress::State::Unreachable,
              QStringLiteral("Connection refused")}},
            {}};
}

/// Nothing is as it is at first.
inline Preferences unusualPreferences()
{
    Preferences preferences;
    preferences.listen = {QStringLiteral("0.0.0.0"), 9000};
    preferences.access = {{QStringLiteral("feed.lan")}, {QStringLiteral("https://example.org")}, true};
    preferences.limits.maxConnections = 77;
    preferences.limits.maxSessions = 78;
    preferences.limits.maxUnsentBytesTotal = 5'000'000; // no whole mebibytes
    preferences.limits.pingInterval = std::chrono::milliseconds(1234);
    preferences.limits.slowClients = SlowClientPolicy::Disconnect;
    preferences.limits.allowJsonp = true;
    preferences.look = {Theme::Dark, TrayIconStyle::Light, true, false};
    preferences.login = {true, true, true};
    return preferences;
}

inline ListenResult refusal(ServerError::Code code, quint16 port)
{
    return {{QStringLiteral("127.0.0.1"), port},
            ServerError{code, QStringLiteral("Cannot listen on"), QStringLiteral("127.0.0.1:%1").arg(port),
                        QStringLiteral("words of the system")}};
}

/// A dialog to be used by the names of its parts, and what it asks for.
struct SettingsFixture
{
    SettingsDialog dialog{plainChecks()};
    QSignalSpy listens{&dialog, &SettingsDialog::listenWanted};
    QSignalSpy accesses{&dialog, &SettingsDialog::accessChosen};
    QSignalSpy limits{&dialog, &SettingsDialog::limitsChosen};
    QSignalSpy looks{&dialog, &SettingsDialog::lookChosen};
    QSignalSpy logins{&dialog, &SettingsDialog::loginStartChosen};
    QSignalSpy exports{&dialog, &SettingsDialog::exportWanted};
    QSignalSpy imports{&dialog, &SettingsDialog::importWanted};
    QSignalSpy defaults{&dialog, &SettingsDialog::defaultsWanted};

    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = dialog.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return child<T>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char *label) const { return child<QLabel>(label)->text(); }
    void click(const char *button) const { child<QAbstractButton>(button)->click(); }
};

} // namespace ticker::test
