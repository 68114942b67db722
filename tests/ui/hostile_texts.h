// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>

namespace ticker::test {

/// Markup that would read a device without end, a control character, a reversal of direction and an end of line.
inline QString hostileText(const QString &name = QStringLiteral("x"))
{
    return name + QStringLiteral("<img src=\"/dev/zero\">&lt;\x1b[31m\u009b\u202e\u2028") + name;
}

/// What must not be in a text that is shown. Lines may be.
inline bool hasHostileCharacter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c.category() == QChar::Other_Control && c != QLatin1Char('\n')) || c == QChar(0x202e)
            || c == QChar(0x2028);
    });
}

/// Whether a widget that reads markup would find some in it.
inline bool hasMarkup(const QString &text)
{
    return Qt::mightBeRichText(text) && text.contains(QLatin1String("<img"));
}

/// Everything in a window that a text can have got to, and what is wrong with it.
class TextSearch final
{
public:
    explicit TextSearch(const QWidget &root)
    {
        look(root);
        for (const auto *widget : root.findChildren<QWidget *>())
            look(*widget);
        for (const auto *action : root.findChildren<QAction *>())
            look(*action);
    }

    /// Empty if all is well.
    [[nodiscard]] QStringList complaints() const { return m_complaints; }
    /// Whether it was shown at all: how often a text has this in it.
    [[nodiscard]] int count(const QString &part) const
    {
        return int(std::count_if(m_texts.cbegin(), m_texts.cend(),
                                 [&part](const QString &text) { return text.contains(part); }));
    }

private:
    void check(const QObject &where, const char *what, const QString &text, bool readsMarkup)
    {
        m_texts.append(text);
        if (hasHostileCharacter(text) || (readsMarkup && hasMarkup(text)))
            m_complaints.append(QStringLiteral("%1 %2 of %3: %4")
                                    .arg(QString::fromLatin1(where.metaObject()->className()),
                                         QString::fromLatin1(what), where.objectName(), text));
    }
    void look(const QWidget &widget)
    {
        check(widget, "tool tip", widget.toolTip(), true);
        check(widget, "what's this", widget.whatsThis(), true);
        check(widget, "status tip", widget.statusTip(), false);
        check(widget, "title", widget.windowTitle(), false);
        check(widget, "name", widget.accessibleName(), false);
        check(widget, "description", widget.accessibleDescription(), false);
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            check(widget, "text", label->text(), label->textFormat() != Qt::PlainText);
        if (const auto *box = qobject_cast<const QMessageBox *>(&widget))
            check(widget, "text", box->text(), box->textFormat() != Qt::PlainText);
        const QVariant text = widget.property("text"); // buttons
        if (text.isValid())
            check(widget, "text", text.toString(), false);
        const QVariant plain = widget.property("plainText");
        if (plain.isValid())
            check(widget, "text", plain.toString(), false);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            lookAt(widget, view->model());
        if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            lookAt(widget, box->model());
    }
    void look(const QAction &action)
    {
        check(action, "text", action.text(), false);
        check(action, "tool tip", action.toolTip(), true);
    }
    void lookAt(const QWidget &view, const QAbstractItemModel *model)
    {
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                check(view, "cell", cell.data(Qt::DisplayRole).toString(), false);
                check(view, "tool tip of a cell", cell.data(Qt::ToolTipRole).toString(), true);
                check(view, "spoken text", cell.data(Qt::AccessibleTextRole).toString(), false);
            }
        }
    }

    QStringList m_complaints;
    QStringList m_texts;
};

} // namespace ticker::test
