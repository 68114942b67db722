// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/autostart_file.h"

#include "open_file.h"
#include "whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace ticker {

namespace {

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::AutostartFile)
};

const QString applicationId = QStringLiteral("org.tickertray.TickerTray");
const QString hiddenOption = QStringLiteral("--hidden");
/// GNOME starts its own parts first, the tray among them.
constexpr int delaySeconds = 3;
/// A file that is larger is no entry of ours.
constexpr qint64 mostAutostartBytes = 100'000;

bool isAvailable()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return !QFile::exists(QStringLiteral("/.flatpak-info"));
#else
    return false;
#endif
}

/// The escapes of a value of type string.
QString escaped(QString text)
{
    return text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('\n'), QStringLiteral("\\n"))
        .replace(QLatin1Char('\t'), QStringLiteral("\\t"))
        .replace(QLatin1Char('\r'), QStringLiteral("\\r"));
}

} // namespace

AutostartFile::AutostartFile(QString program, const QString &profile, const QString &configFile)
    : m_program(std::move(program)), m_profile(profile), m_configFile(configFile)
{
    const QString name = profile.isEmpty() ? applicationId : applicationId + QLatin1Char('-') + profile;
    m_path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/autostart/%1.desktop").arg(name);
}

Autostart AutostartFile::read() const
{
    Autostart start;
    start.available = isAvailable();
    const auto file = openToRead(m_path);
    if (!file)
        return start;
    start.on = true;
    const QStringList lines = QString::fromUtf8((*file)->read(mostAutostartBytes)).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString key = line.section(QLatin1Char('='), 0, 0).trimmed();
        const QString value = line.section(QLatin1Char('='), 1).trimmed();
        if (key == QLatin1String("Exec"))
            start.hidden = value.split(QLatin1Char(' ')).contains(hiddenOption);
        else if ((key == QLatin1String("Hidden") && value == QLatin1String("true"))
                 || (key == QLatin1String("X-GNOME-Autostart-enabled") && value == QLatin1String("false")))
            start.on = false;
    }
    return start;
}

QString AutostartFile::execArgument(const QString &text)
{
    static const QString reserved = QStringLiteral(" \t\n\"'\\><~|&;$*?#()`");
    static const QString escapedInQuotes = QStringLiteral("\"`$\\");
    QString result;
    bool isPlain = !text.isEmpty();
    for (const QChar c : text) {
        isPlain = isPlain && !reserved.contains(c);
        if (escapedInQuotes.contains(c))
            result += QLatin1Char('\\');
        result += c;
        if (c == QLatin1Char('%')) // what follows would be a field code
            result += c;
    }
    return escaped(isPlain ? result : QLatin1Char('"') + result + QLatin1Char('"'));
}

QString AutostartFile::contents(bool hidden) const
{
    QString exec = execArgument(m_program);
    if (m_program.contains(QLatin1Char('%'))) // GLib looks for a program of the name that is written, with two of them
        exec.prepend(QStringLiteral("env "));
    if (!m_profile.isEmpty())
        exec += QStringLiteral(" --profile ") + execArgument(m_profile);
    if (!m_configFile.isEmpty())
        exec += QStringLiteral(" --config ") + execArgument(m_configFile);
    if (hidden)
        exec += QLatin1Char(' ') + hiddenOption;
    return QStringLiteral("[Desktop Entry]\nType=Application\nName=TickerTray\nIcon=%1\nExec=%2\nTryExec=%3\n"
                          "StartupNotify=false\nX-GNOME-Autostart-Delay=%4\n")
        .arg(applicationId, exec, escaped(m_program))
        .arg(delaySeconds);
}

std::optional<QString> AutostartFile::write(const Autostart &start) const
{
    if (!start.on) {
        if (!QFileInfo::exists(m_path) || QFile::remove(m_path))
            return std::nullopt;
        return Text::tr("TickerTray still starts at login: cannot remove %1.").arg(m_path);
    }
    QDir().mkpath(QFileInfo(m_path).path());
    if (const auto why = writeWholeFile(m_path, contents(start.hidden).toUtf8()))
        return Text::tr("TickerTray will not start at login: cannot write %1: %2").arg(m_path, why->translated());
    return std::nullopt;
}

} // namespace ticker
