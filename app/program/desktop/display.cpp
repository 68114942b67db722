// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/display.h"

#include "localized_text.h"
#include "startup/console.h"

#include <QByteArray>
#include <QStringList>

#include <cstdlib>
#include <utility>

namespace ticker {

namespace {

struct Message final
{
    QtMsgType type = QtDebugMsg;
    QString text;
};

/// A message handler is a plain function, and has no other way to find them than this.
Console *consoleOfGuard = nullptr;
QList<Message> heldBack;
QtMessageHandler handlerBefore = nullptr;

/// The variables that name a display, as "DISPLAY is ":77"".
QString namedDisplays()
{
    QStringList named;
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty())
            named.append(QStringLiteral("%1 is \"%2\"").arg(QLatin1String(variable), value));
    }
    return named.join(QStringLiteral(", "));
}

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtFatalMsg) {
        heldBack.append({type, text});
        return;
    }
    consoleOfGuard->printError(QStringLiteral("Cannot show a window: the display cannot be reached (%1). "
                                              "Use --headless to serve without one.")
                                   .arg(namedDisplays()));
    consoleOfGuard->finish();
    std::_Exit(1); // as the signal would: nothing has begun
}

} // namespace

std::optional<QString> whyNoDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        return QStringLiteral("Cannot show a window: there is no display (DISPLAY and WAYLAND_DISPLAY are not set). "
                              "Use --headless to serve without one.");
    }
#endif
    return std::nullopt;
}

DisplayGuard::DisplayGuard(Console &console)
{
    consoleOfGuard = &console;
    handlerBefore = qInstallMessageHandler(onMessage);
}

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(handlerBefore);
    for (const auto &[type, text] : std::exchange(heldBack, {}))
        qt_message_output(type, {}, text);
}

} // namespace ticker
