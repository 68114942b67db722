// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_painting.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QFileDialog;
class QProgressDialog;

namespace ticker {

/// The chart to a file: the entry of the menu, the dialog behind it, and the writing. Main thread; owned by the page as its
/// child.
class ChartExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartExport)

public:
    struct Picture final
    {
        std::function<QByteArray()> svg;
        std::function<ChartDrawing()> drawing;
    };

    ChartExport(Picture picture, QWidget *page);

    [[nodiscard]] QAction *action() const { return m_action; }
    /// A name for the next file, without its ending: the symbols in the chart.
    void setSubject(const QString &subject) { m_subject = subject; }
    /// With the window: a dialog would stay behind.
    void closeDialog();
    /// By way of a temporary file, so that what was there stays until the new one is complete. SVG by its ending, else PNG.
    /// A PNG takes its time; if it takes long a dialog comes with which it can be stopped, and then nothing is written.
    void write(const QString &path);

Q_SIGNALS:
    /// A line for a person.
    void failed(const QString &problem);
    void written(const QString &path);

private:
    void ask();
    void paint(const QString &path);
    void stopPainting();
    void save(const QString &path, const QByteArray &bytes);

    Picture m_picture;
    QWidget *m_page;
    QAction *m_action;
    QPointer<QFileDialog> m_dialog;
    QPointer<QProgressDialog> m_progress;
    QPointer<ChartPainting> m_painting; ///< Null: none is painted.
    QString m_subject;
    QString m_folder;
};

} // namespace ticker
