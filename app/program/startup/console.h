// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace ticker {

class LineWriter;
class LocalizedText;
struct ServerStatus;

/// Standard output and standard error, for all that the program prints: no thread ever waits for who reads them. Main
/// thread, one at a time; owned by main(), which makes it before anything else. While it lives, lines of Qt's own go to
/// standard error by it, too.
class Console final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    /// From here on a reader that is gone is an error of the call, not the end of the program, and what is opened never
    /// becomes standard input, output or error: those that are closed are /dev/null.
    Console();
    /// Returns when all is written, or nobody reads it.
    ~Console() override;

    /// As the destructor, for a program that ends without it. What is printed later is lost.
    void finish();
    /// What else writes there uses this, so that the lines keep their order.
    [[nodiscard]] std::shared_ptr<LineWriter> output() const { return m_output; }

public Q_SLOTS:
    /// One line on standard output, at once. Here and below a line is written as printable() has it.
    void printLine(const QString &line);
    /// One line on standard error, in English.
    void printError(const ticker::LocalizedText &line);
    /// The address when the server serves, on standard output; why it does not, on standard error.
    void printStatus(const ticker::ServerStatus &status);

private:
    std::shared_ptr<LineWriter> m_output;
    std::shared_ptr<LineWriter> m_errors;
};

} // namespace ticker
