// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_reading.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ticker {

/// The command that plays a file as a dialog would, to be copied. Main thread; owned by its parent.
class ImportCommand final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportCommand)

public:
    explicit ImportCommand(QWidget *parent);

    void showCommand(const QString &path, const FileReading &reading);

private:
    QString m_command;
    QLineEdit *m_line = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace ticker
