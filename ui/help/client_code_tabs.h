// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace ticker {

/// Clients in a few lines, one beside the other, each with a button that copies it. Main thread; owned by its parent.
class ClientCodeTabs final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientCodeTabs)

public:
    explicit ClientCodeTabs(QWidget *parent = nullptr);

    /// Made for this address.
    void setAddress(const QString &url);

private:
    void addCode(const QString &name, const QString &text);

    QString m_url;
};

} // namespace ticker
