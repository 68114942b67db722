// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/listen_address.h"

#include <QGroupBox>

#include <functional>

class QLabel;
class QLineEdit;
class QSpinBox;

namespace ticker {

class ProblemLabel;

/// The address and port on which the server listens: judged while they are typed, asked for by Enter or on leaving the
/// field. What cannot be had is told, and stays to be corrected. Main thread; owned by its parent.
class ListenSection final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListenSection)

public:
    using Check = std::function<bool(const QString &)>;

    explicit ListenSection(Check isAddress, QWidget *parent = nullptr);

    /// As it is configured; what is being typed stays unless that has changed.
    void showAddress(const ListenAddress &address);
    /// What was typed and could not be had, with its problem: the dialog is closed.
    void forget();
    /// What came of wanted().
    void showAnswer(const ListenResult &answer);
    /// Where it can be reached now.
    void showStatus(const ServerStatus &status);

Q_SIGNALS:
    void wanted(const ticker::ListenAddress &address);

private:
    void setupLayout();
    void judge();
    void apply(bool again);
    [[nodiscard]] QString typedAddress() const;

    Check m_isAddress;
    ListenAddress m_shown;
    ListenAddress m_asked;
    QString m_url;
    QLineEdit *m_address = nullptr;
    QSpinBox *m_port = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_state = nullptr;
    ProblemLabel *m_problem = nullptr;
};

} // namespace ticker
