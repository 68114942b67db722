// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "localized_text.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace ticker {

class Console;
class LineWriter;

/// Writes what happens at the server to a file or to standard output as it happens, a JSON object a line (JSON Lines), the
/// same that the window saves. A line of kind "omitted" counts those that a reader was too slow for. Main thread, but it
/// never waits for a disk or a reader; owned by the application, and to outlive the server, whose last lines it writes
/// when it is destroyed.
class ActivityJournal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityJournal)

public:
    ActivityJournal() = default;
    ~ActivityJournal() override;

    /// Lines are added to a file that is there; "-" is standard output. Why it cannot be done; nothing: it is.
    [[nodiscard]] std::optional<LocalizedText> open(const QString &path, Console &console);

public Q_SLOTS:
    void append(const ticker::Activities &lines);

Q_SIGNALS:
    /// Nothing more is written, for a line could not be; once.
    void failed(const ticker::LocalizedText &why);

private:
    void tellFailure(int error);

    QString m_path;                       ///< As it was given.
    std::shared_ptr<LineWriter> m_writer; ///< Null: nothing is written.
};

} // namespace ticker
