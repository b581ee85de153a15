"""Jupyter's own test of a kernel, with every sample that a C# kernel can have."""
import unittest

import jupyter_kernel_test


class CourseKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "course-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh");'
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
        {"code": "1.5", "result": "1.5"},
        {"code": "new[] { 1, 2 }.Sum()", "result": "3"},
    ]
    code_display_data = [{"code": 'display("shown");', "mime": "text/plain"}]
    completion_samples = [
        {"text": "Math.Ab", "matches": {"Abs"}},
        {"text": "\"a\".ToUpperI", "matches": {"ToUpperInvariant"}},
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
    ]
    complete_code_samples = ["1", "var x = 1;", "if (true) { }", 'var raw = """a""";', "// a comment"]
    incomplete_code_samples = ["if (true) {", "var x =", "Math.Max(1,", 'var raw = """\na', "/* a comment"]
    invalid_code_samples = ["var x = );", "}"]
    code_inspect_sample = "Math.Max"
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = "ClearOutput();"
    # code_page_something stays empty: the pager is a payload that clients no longer want, and this kernel sends none.


if __name__ == "__main__":
    unittest.main()
