// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace ticker {

class ProblemLabel;

/// A list of short texts, to which others can be added and from which they can be removed; what is no such text is told and
/// stays in the field. Main thread; owned by its parent.
class TextListEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextListEditor)

public:
    struct Words final
    {
        QString name;        ///< Of the parts: "origins" gives "originsList" and so on.
        QString list;        ///< What the list holds, with a mnemonic: "Allowed &origins".
        QString placeholder; ///< An example.
        QString refusal;     ///< What is said of a text that is none.
    };
    /// The form in which a text is kept; nothing: it is none.
    using Check = std::function<std::optional<QString>(const QString &)>;

    TextListEditor(Words words, Check check, QWidget *parent = nullptr);

    void setTexts(const QStringList &texts);
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    /// By the user.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupLayout();
    void add();
    void append(const QString &text);
    void removeCurrent();
    void refreshButtons();

    Words m_words;
    Check m_check;
    QListWidget *m_list = nullptr;
    QLineEdit *m_field = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    ProblemLabel *m_problem = nullptr;
};

} // namespace ticker
