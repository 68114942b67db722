// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ticker {

/// A sentence below a setting that says what it means. It wraps.
QLabel *makeExplanation(const QString &text, QWidget *parent);

/// Says what is wrong beside a field, and to a screen reader at once; hidden while nothing is. Main thread; owned by its parent.
class ProblemLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemLabel)

public:
    explicit ProblemLabel(const QString &name, QWidget *parent);

    /// Empty: nothing is wrong. The field gets the text as its accessible description.
    void showProblem(const QString &text, QWidget *field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    bool m_isColouring = false; ///< Our own palette change must not start another.
};

} // namespace ticker
