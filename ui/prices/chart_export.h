// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart_plot.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QFileDialog;

namespace ticker {

/// The chart to a file: the entry of the menu, the dialog behind it, and the writing. Main thread; owned by the page as its
/// child.
class ChartExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartExport)

public:
    using Picture = std::function<QByteArray(PictureFormat)>;

    ChartExport(Picture picture, QWidget *page);

    [[nodiscard]] QAction *action() const { return m_action; }
    /// A name for the next file, without its ending: the symbols in the chart.
    void setSubject(const QString &subject) { m_subject = subject; }
    /// With the window: a dialog would stay behind.
    void closeDialog();
    /// By way of a temporary file, so that what was there stays until the new one is complete. SVG by its ending, else PNG.
    /// What went wrong, and why; nothing: it is written.
    [[nodiscard]] std::optional<QString> write(const QString &path) const;

Q_SIGNALS:
    /// A line for a person.
    void failed(const QString &problem);

private:
    void ask();

    Picture m_picture;
    QWidget *m_page;
    QAction *m_action;
    QPointer<QFileDialog> m_dialog;
    QString m_subject;
    QString m_folder;
};

} // namespace ticker
