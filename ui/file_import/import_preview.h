// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_import/column_choices.h"
#include "market_values/file_inspection.h"

#include <QTableWidget>

#include <vector>

class QComboBox;
class QStandardItemModel;

namespace ticker {

/// The first rows of a file under the names of its columns. The first line says what each column means, and a person can
/// change it. Main thread; owned by its parent.
class ImportPreview final : public QTableWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportPreview)

public:
    explicit ImportPreview(QWidget *parent);

    /// The columns with what they mean now.
    void show(const ColumnChoices::Columns &columns, const std::vector<QStringList> &rows);

    /// The first column of which nobody knows what it means, or the first one; null: there is none.
    [[nodiscard]] QWidget *firstOpenMeaning() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Empty: it means nothing.
    void meaningChosen(std::size_t column, const QString &field);

private:
    void rebuild();
    void addBox(std::size_t column);
    void scrollRows(int key);
    void showRows(const std::vector<QStringList> &rows);
    void showMeanings();

    ColumnChoices::Columns m_columns;
    std::vector<QStringList> m_rows;
    QStandardItemModel *m_fields = nullptr; ///< Of all combo boxes.
    std::vector<QComboBox *> m_boxes;       ///< Owned by the table.
};

} // namespace ticker
