import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Kiosk

// Qt's keyboard in the theme's colours. It guesses nothing, learns nothing and keeps nothing.
InputPanel {
    id: panel

    required property string language

    readonly property var locales: ({
            id: "id_ID",
            en: "en_US"
        })

    function speak(): void {
        VirtualKeyboardSettings.activeLocales = Object.values(locales);
        VirtualKeyboardSettings.locale = locales[language] ?? "id_ID";
    }

    function dress(): void {
        const style = keyboard.style;
        style.primaryColor = Theme.ink;
        style.primaryDarkColor = Qt.lighter(Theme.ink, 1.9);
        style.primaryLightColor = Qt.lighter(Theme.ink, 1.4);
        style.textOnPrimaryColor = Theme.paper;
        style.secondaryColor = Theme.coral;
        style.secondaryLightColor = Theme.coral;
        style.textOnSecondaryColor = Theme.coralInk;
    }

    objectName: "staffKeyboard"
    visible: active
    onLanguageChanged: speak()
    Component.onCompleted: {
        VirtualKeyboardSettings.defaultDictionaryDisabled = true;
        VirtualKeyboardSettings.handwritingModeDisabled = true;
        VirtualKeyboardSettings.wordCandidateList.alwaysVisible = false;
        speak();
        dress();
    }
}
