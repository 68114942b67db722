// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/import_controller.h"
#include "file_import/import_dialog.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <initializer_list>

namespace ticker::test {

inline constexpr const char *clear = "time,symbol,price\n2024-01-02 09:30:00,AAA,1.5\n2024-01-02 09:30:01,AAA,1.6\n";
inline constexpr const char *unclear = "moment,level,other\n2024-01-02 09:30:00,1.5,2\n2024-01-02 09:30:01,1.6,3\n";

/// Who looks at files, with its window, and a market whose primary instrument is LONE.
struct ImportFixture final
{
    ImportFixture()
    {
        ServerSnapshot snapshot;
        snapshot.headlineSymbol = QStringLiteral("PLAYED");
        snapshot.marketSymbol = QStringLiteral("LONE");
        controller.showSnapshot(snapshot);
    }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    /// What is wanted in the end, once it is clear.
    [[nodiscard]] FileCommand next()
    {
        if (wanted.isEmpty() && !wanted.wait(5000))
            return {FileCommand::Kind::StopRecording, {}};
        return wanted.takeFirst().first().value<FileCommand>();
    }
    [[nodiscard]] bool isAsked() const { return dialog->isVisible(); }
    template<typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        auto *found = dialog->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void choose(int column, const char *field)
    {
        auto *box = qobject_cast<QComboBox *>(child<QTableWidget>("importPreview")->cellWidget(0, column));
        QVERIFY(box);
        box->setCurrentIndex(box->findData(QLatin1String(field)));
        Q_EMIT box->activated(box->currentIndex());
    }
    /// Of the files with the columns of `unclear`.
    FileReading remember(const char *columns)
    {
        FileReading reading;
        reading.columns = QLatin1String(columns);
        remember({"moment", "level", "other"}, reading);
        return reading;
    }
    void remember(std::initializer_list<const char *> names, const FileReading &reading)
    {
        FileInspection header;
        header.separator = ',';
        header.headerLine = 1;
        for (const char *name : names)
            header.columns.push_back({QLatin1String(name), {}});
        ReadingMemory memory;
        memory.keep(ReadingMemory::keyOf(header), reading);
        controller.setMemory(memory);
    }
    [[nodiscard]] bool canPlay() const { return child<QPushButton>("importPlayButton")->isEnabled(); }
    void play() { child<QPushButton>("importPlayButton")->click(); }
    [[nodiscard]] bool hasNotice(const char *text) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(QLatin1String(text)); });
    }

    QTemporaryDir folder;
    MainWindow window;
    ImportController controller{&window, {}};
    ImportDialog *dialog = window.findChild<ImportDialog *>();
    QSignalSpy wanted{&controller, &ImportController::wanted};
    QSignalSpy changes{&controller, &ImportController::memoryChanged};
};

} // namespace ticker::test
