// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace ticker {

/// Asks for a seed, beside the window and without holding it up. What is no seed is told in the dialog, and nothing
/// else happens. Main thread; owned by its parent, used again each time.
class SeedDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeedDialog)

public:
    explicit SeedDialog(QWidget *parent = nullptr);

    /// Shows the dialog, or brings it to the front, with @p seed selected to be typed over. What is
    /// being typed stays.
    void ask(quint64 seed);

    void accept() override;

Q_SIGNALS:
    void seedChosen(quint64 seed);

private:
    void setupLayout();
    void showError(const QString &text);

    QLineEdit *m_seed = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace ticker
